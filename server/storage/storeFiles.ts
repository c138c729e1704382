/** The files of a data folder. */
export const STORE_FILE = "plumbline.sqlite";
/** Held for as long as a server, or a command that changes the store, has the folder. */
export const LOCK_FILE = "plumbline.lock";
/** Where a running server listens for its operator. */
export const CONTROL_SOCKET = "plumbline.sock";
/** What unfinished work begins with; swept when a server starts. */
export const UNFINISHED_PREFIX = "plumbline-unfinished-";
