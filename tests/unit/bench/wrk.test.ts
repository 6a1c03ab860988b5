import { expect, test } from "@playwright/test"
import { parseWrk } from "@/bench/wrk"

const QUIET = `Running 4s test @ http://127.0.0.1:21000/world/a-story
  1 threads and 32 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     2.31ms    1.02ms  22.10ms   93.11%
    Req/Sec    14.02k     0.91k   15.33k    85.00%
  Latency Distribution
     50%  950.00us
     75%    2.41ms
     90%    2.98ms
     99%    1.02s 
  55808 requests in 4.00s, 301.11MB read
Requests/sec:  13949.52
Transfer/sec:     75.26MB
`

test("what wrk prints is read in milliseconds, whatever its units", () => {
  expect(parseWrk(QUIET)).toEqual({
    requests: 55_808,
    perSecond: 13_949.52,
    p50: expect.closeTo(0.95),
    p99: 1_020,
    errors: 0,
  })
})

test("minutes are read too", () => {
  expect(parseWrk(QUIET.replace("1.02s ", "1.50m"))?.p99).toBe(90_000)
})

test("refused answers and lost connections are errors, all of them", () => {
  const lines = "  Socket errors: connect 1, read 2, write 3, timeout 4\n  Non-2xx or 3xx responses: 100\n"
  expect(parseWrk(QUIET.replace("Requests/sec", `${lines}Requests/sec`))?.errors).toBe(110)
})

test("something else than wrk's words is not taken for a measurement", () => {
  expect(parseWrk("unable to connect to 127.0.0.1:1 Connection refused\n")).toBeNull()
  expect(parseWrk(QUIET.replace(/^.*99%.*$/m, ""))).toBeNull()
})
