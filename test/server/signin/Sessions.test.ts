import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SignInCookies } from "../../../server/signin/cookies.ts";
import { Sessions, type SessionsEnded } from "../../../server/signin/Sessions.ts";
import { MemorySignInStore } from "../../../server/storage/MemorySignInStore.ts";

const ADA = { issuer: "https://login.example", subject: "ada", directorySession: "desk" };
const named = { ...ADA, name: "Ada Marsh", organisation: null };
const cookies = new SignInCookies(true);
const lastsMs = 60_000;

describe("Sessions", () => {
  const announced: SessionsEnded[] = [];
  let store: MemorySignInStore;
  let sessions: Sessions;
  let over = 0;
  beforeEach(() => {
    vi.useFakeTimers();
    store = new MemorySignInStore();
    const announce = async (change: SessionsEnded) => void announced.push(change);
    sessions = new Sessions({ store, cookies, isOn: true, lastsMs, announce });
    sessions.onOver(() => {
      over += 1;
    });
    announced.length = over = 0;
  });
  afterEach(() => {
    sessions.close();
    vi.useRealTimers();
  });
  const shown = (token: string) => `a=b; ${cookies.session(token, lastsMs).split(";")[0]}`;

  it("knows a person by their cookie, until their time is over", async () => {
    const { token, person } = await sessions.begin(named);
    expect(await sessions.personOf(shown(token))).toEqual(person);
    vi.advanceTimersByTime(lastsMs - 1);
    expect(sessions.isOver(person)).toBe(false);
    vi.advanceTimersByTime(1);
    expect(sessions.isOver(person)).toBe(true);
    expect(await sessions.personOf(shown(token))).toBeNull();
  });

  it("tells the moment at which the time of somebody who is watched is over, and not before", async () => {
    const { person } = await sessions.begin(named);
    sessions.watch(person);
    sessions.watch(person);
    vi.advanceTimersByTime(lastsMs - 1);
    expect(over).toBe(0);
    vi.advanceTimersByTime(1);
    expect(over).toBe(1);
  });

  it("ends a session once, and tells other servers", async () => {
    const { token, person } = await sessions.begin(named);
    expect(await sessions.end(person.session)).toBe(true);
    expect(await sessions.end(person.session)).toBe(false);
    expect(announced).toEqual([{ kind: "sessions-ended", ids: [person.session] }]);
    expect([over, sessions.isOver(person)]).toEqual([1, true]);
    expect(await sessions.personOf(shown(token))).toBeNull();
  });

  it("hears of what another server has ended, and tells nobody again", async () => {
    const { person } = await sessions.begin(named);
    sessions.take({ kind: "sessions-ended", ids: [person.session] });
    expect([over, sessions.isOver(person), announced.length]).toEqual([1, true, 0]);
  });

  it("ends all of a person, and those of one session with the directory", async () => {
    const [desk, phone] = [
      await sessions.begin(named),
      await sessions.begin({ ...named, directorySession: "phone" }),
    ];
    const { issuer, subject } = ADA;
    expect(await sessions.endOf({ issuer, directorySession: "desk" })).toBe(1);
    expect([sessions.isOver(desk.person), sessions.isOver(phone.person)]).toEqual([true, false]);
    expect(await sessions.endOf({ issuer, subject })).toBe(1);
    expect(sessions.isOver(phone.person)).toBe(true);
    expect(await sessions.endOf({ issuer, subject })).toBe(0);
  });

  it("knows nobody where nobody signs in any more", async () => {
    const { token } = await sessions.begin(named);
    const off = new Sessions({ store, cookies, isOn: false, lastsMs, announce: async () => {} });
    expect(await off.personOf(shown(token))).toBeNull();
    off.close();
  });

  it("believes over TLS no cookie that another host may have set", async () => {
    const { token } = await sessions.begin(named);
    expect(await sessions.personOf(`plumbline-signed-in=${token}`)).toBeNull();
  });
});
