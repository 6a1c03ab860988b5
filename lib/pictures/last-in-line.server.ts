import "server-only"
import type { ChildProcess } from "node:child_process"
import { constants, setPriority } from "node:os"

const { PRIORITY_LOW, PRIORITY_BELOW_NORMAL } = constants.priority

/** For what somebody waits for at the desk. */
export const SOMEBODY_WAITS = PRIORITY_BELOW_NORMAL

/**
 * Puts a process that was just started behind everybody else: readers and writers come first, from its loading on. (A process that does it
 * itself has loaded its libraries by then, which is half of its work.)
 */
export function lastInLine<C extends ChildProcess>(child: C, priority: number = PRIORITY_LOW): C {
  try {
    if (child.pid) setPriority(child.pid, priority)
  } catch {
    // It has ended already, or this system has no priorities.
  }
  return child
}
