// Loaded into the processes that `npm start` keeps: when it is killed and can end nothing any more, they end themselves,
// together with whatever they have started (each leads a process group of its own).
if (process.connected) {
  // Nothing else may be done to the channel: Next waits for messages of its own on it.
  process.once("disconnect", () => {
    end("SIGTERM")
    setTimeout(end, 3_000, "SIGKILL").unref()
  })
}

function end(signal) {
  try {
    process.kill(-process.pid, signal)
  } catch {
    process.exit(0)
  }
}
