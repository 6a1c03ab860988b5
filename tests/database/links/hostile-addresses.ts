/** Addresses that lead to what stands beside a server, in every spelling that we know. PORT is where somebody listens there. */
export const HOSTILE: readonly string[] = [
  // plain, and with what an address may have around it
  ...["127.0.0.1", "127.0.0.2", "127.1.2.3", "127.255.255.254", "localhost", "LOCALHOST", "localhost.", "127.0.0.1."],
  ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.254", "169.254.169.254"],
  ...["172.16.0.1", "172.31.255.254", "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1", "192.168.255.254"],
  ...["198.18.0.1", "198.19.255.254", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1"],
  ...["255.255.255.255", "168.63.129.16"],
  // one number, in tens, eights and sixteens
  ...["2130706433", "017700000001", "0x7f000001", "0X7F000001", "3232235521", "0xc0a80001", "2852039166", "0xa9fea9fe"],
  ...["0", "00", "0x0", "4294967295", "0x0000007f000001"],
  // parts of it so
  ...["0177.0.0.1", "0x7f.0.0.1", "0x7f.0x0.0x0.0x1", "0177.0000.0000.0001", "127.0x0.00.1", "0300.0250.0.1"],
  ...["0xa9.0xfe.0xa9.0xfe", "0251.0376.0251.0376", "00000177.0.0.1", "127.000.000.001"],
  // too few parts
  ...["127.1", "127.0.1", "10.1", "0x7f.1", "0177.1", "192.168.257", "169.254.43518", "127.65530"],
  // other signs for digits and dots, which a browser reads as these
  ...["１２７.０.０.１", "127。0。0。1", "127．0．0．1", "127｡0｡0｡1", "①②⑦.⓪.⓪.①", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "𝟏𝟐𝟕.𝟎.𝟎.𝟏"],
  ...["ｌｏｃａｌｈｏｓｔ", "loc\u00adalhost", "127.0.0.1。", "%31%32%37.0.0.1", "127%2e0%2e0%2e1", "localhos%74"],
  // the other internet
  ...["[::1]", "[::]", "[0:0:0:0:0:0:0:1]", "[0000:0000:0000:0000:0000:0000:0000:0001]", "[::0:1]", "[0::1]"],
  ...["[fe80::1]", "[fe80::1%25lo]", "[fe80::1%25eth0]", "[febf::1]", "[fc00::1]", "[fd00:ec2::254]", "[fdff::1]"],
  ...["[ff02::1]", "[ff05::2]", "[fec0::1]", "[100::1]", "[5f00::1]", "[4000::1]", "[2001:db8::1]", "[3fff::1]"],
  // with one address in another: mapped, compatible, translated, NAT64, 6to4, Teredo, ORCHID, ISATAP of a local prefix
  ...["[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::FFFF:127.0.0.1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::ffff:10.0.0.1]"],
  ...["[::127.0.0.1]", "[::7f00:1]", "[::ffff:0:127.0.0.1]", "[::ffff:0:7f00:1]", "[::ffff:a9fe:a9fe]"],
  ...["[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[64:ff9b::a9fe:a9fe]"],
  ...["[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2002:a9fe:a9fe::1]", "[2002:c0a8:1::1]"],
  ...[
    "[2001:0:7f00:1::]",
    "[2001::80ff:fffe]",
    "[2001:10::1]",
    "[2001:20::1]",
    "[2001:2::1]",
    "[fe80::5efe:127.0.0.1]",
  ],
  // names for what stands here, and names that anybody may give to it
  ...["printer.local", "intranet", "db", "metadata", "metadata.google.internal", "a.localhost", "x.y.localhost."],
  ...[
    "router.lan",
    "nas.home",
    "box.home.arpa",
    "wiki.corp",
    "secrets.private",
    "x.internal",
    "hidden.onion",
    "site.alt",
  ],
  ...[
    "leads-here.example",
    "127.0.0.1.leads-here.example",
    "localhost.leads-here.example",
    "xn--lads-here-m4a.example",
  ],
  // somebody's name before it
  ...["user@127.0.0.1", "user:word@127.0.0.1", "public.example@127.0.0.1", "public.example:80@127.0.0.1", "@127.0.0.1"],
  ...[
    "user@leads-here.example",
    "public.example%40127.0.0.1",
    "public.example#@127.0.0.1",
    "public.example\\@127.0.0.1",
  ],
].map(
  (host) =>
    `http://${host.includes("#") || host.includes("\\") ? host.replace(/([#\\])/, ":PORT$1") : `${host}:PORT`}/gone`,
)

/** What is no address of the web, though it may look like one. */
export const OTHER_SCHEMES: readonly string[] = [
  ...["ftp://127.0.0.1:PORT/", "gopher://127.0.0.1:PORT/_GET", "file:///etc/passwd", "file://127.0.0.1/etc/passwd"],
  ...[
    "ws://127.0.0.1:PORT/",
    "wss://127.0.0.1:PORT/",
    "data:text/html,x",
    "javascript:alert(1)",
    "blob:http://127.0.0.1:PORT/x",
  ],
  ...["dict://127.0.0.1:PORT/", "ldap://127.0.0.1:PORT/", "view-source:http://127.0.0.1:PORT/", "mailto:a@b.example"],
  ...["jar:http://127.0.0.1:PORT/!/", "about:blank", "unix:/run/postgres", "http+unix://127.0.0.1:PORT/"],
]
