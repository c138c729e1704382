const kilobyte = 1024;
const megabyte = 1024 * kilobyte;
const hour = 60 * 60 * 1_000;

/** Every limit of the public interface, each with its reason. */
export const LIMITS = {
  /** One WebSocket message. The state of a map of 20,000 records is about 8 MB; a device that was offline sends at most that much at once. */
  messageBytes: 16 * megabyte,
  /** The body of one call of a connection over plain HTTP, either way: proxies commonly pass a megabyte, and larger messages go in pieces. */
  httpPieceBytes: megabyte,
  /** Presence of one person. 500 ids selected and dragged, a name and an organisation fit four times over. */
  presenceBytes: 64 * kilobyte,
  /** Ids that one person's selection or drag carries; what is selected beyond that is not shown to others. */
  presenceIds: 500,
  /** Characters of a name or an organisation in presence: more does not fit beside a cursor. */
  presenceNameCharacters: 80,
  /** The body of a request that holds a map file. 20,000 records with notes are about 10 MB. */
  mapBodyBytes: 16 * megabyte,
  /** Elements and relations of a new map. The largest real system has some hundreds; the canvas is made for 10,000. */
  mapRecords: 20_000,
  /** The body of any other request: a token, a role, a label. */
  requestBodyBytes: 16 * kilobyte,
  /** Characters of a title or of a link's label given to the interface. */
  titleCharacters: 1_000,
  /** Sockets on one map. The largest session is a hundred people with two tabs each, two sockets a tab, and a gallery of viewers. */
  connectionsPerMap: 1_000,
  /** Messages of one connection a second, sustained. Sixty a second is a drag; the rest is room for programs. */
  messagesPerSecond: 2_000,
  /** Messages of one connection at once: a program that writes a whole map record by record. */
  messageBurst: 20_000,
  /**
   * Bytes that may wait for one slow reader, besides a state that it was sent in one piece: some seconds of a busy board session, and
   * a hundred that stall hold 50 MB. Beyond, it gets nothing more until it has read all of it, and then the difference at once.
   */
  waitingBytes: 512 * kilobyte,
  /** Links of one map that are not revoked: a list that an owner can still read. */
  linksPerMap: 200,
  /** Browsers that are kept out of one map: a list that an owner can still read. */
  removedPerMap: 500,
  /** Links and codes that are made for one map a second, sustained, and at once: revoked ones are kept for the log, and a script must not fill the disk with them. */
  newLinksPerSecond: 1,
  newLinksBurst: 400,
  /** How long a short code may be valid: eight characters are guessed sooner than a token, so it lasts no longer than a session. */
  longestCodeMs: 24 * hour,
  /** How long one is valid unless its maker says otherwise: a workshop. */
  codeMs: 2 * hour,
  /** Codes that one address tries a second, sustained, and at once: a hundred people of one building type theirs in the same minute, each with a mistake. What opens a map is not counted. */
  codesPerSecond: 0.5,
  codesBurst: 200,
  /** Codes that all addresses together try: each costs 40 ms of a core. In the day that a code may be valid, that is 350 thousand of 150 thousand million. */
  allCodesPerSecond: 4,
  allCodesBurst: 100,
  /** Tokens that open nothing, from one address a second, sustained, and at once. Nobody guesses one; this keeps a program that tries from occupying the store. A hundred people with a link that was taken back, with two tabs each and two sockets a tab, stay below. */
  failedTokensPerSecond: 10,
  failedTokensBurst: 600,
  /** Sessions that one address begins a second, sustained, and at once: a hundred people behind one address who come in the same half minute, with two tabs and a reload each. */
  sessionsPerSecond: 20,
  sessionsBurst: 400,
  /** Live connections that one address opens a second, sustained, and at once: 500 people with two tabs and two documents each, who all come back after a restart, and again. */
  openingsPerSecond: 200,
  openingsBurst: 4_000,
  /** Pictures, checks and map files that one address asks for a second, sustained, and at once: they share one thread with everybody else's. */
  exportsPerSecond: 20,
  exportsBurst: 300,
  /** Wrong sign-up keys from one address a second, sustained, and at once: a class of fifty that was given a wrong one. */
  signupTriesPerSecond: 0.5,
  signupTriesBurst: 100,
  /** Wrong administrator's keys from one address a second, sustained, and at once: a person mistypes it a few times. */
  adminTriesPerSecond: 0.1,
  adminTriesBurst: 10,
  /** Events of one map in the security log: months of a busy map, and what an owner can still read. The oldest go first. */
  securityEventsPerMap: 2_000,
  /** Maps that one address makes a second, sustained, and at once: a script must not fill the disk. */
  newMapsPerSecond: 5,
  newMapsBurst: 600,
  /** Pictures and checks that may wait for their turn: beyond, an answer would come too late to be of use. */
  waitingJobs: 64,
  /** What is kept of who changed what on one map, packed. A day's workshop of thirty people is about 1 MB; the oldest goes first. */
  historyBytes: 16 * megabyte,
  /** Pieces of that: a person and a minute each. A year of a map that ten people work on for an hour a week; a page is found among them in milliseconds. */
  historySegments: 20_000,
  /** Entries on one page of the history: more than anybody reads at once, and answered in well under a second. */
  historyPageEntries: 200,
  /** States that the server keeps of one map by itself: all of a busy day, and the days, weeks and months before. The oldest go first. */
  automaticCheckpoints: 200,
  automaticCheckpointBytes: 32 * megabyte,
  /** States of one map that people have named, which are never thinned out: a list that can still be read. */
  namedCheckpoints: 100,
  /** Characters of a checkpoint's name: it stands on one line. */
  checkpointNameCharacters: 200,
} as const;

/** Stock clients take 30 s of silence for death, and pings do not count: each client hears something at least this often. */
export const LONGEST_SILENCE_MS = 20_000;
