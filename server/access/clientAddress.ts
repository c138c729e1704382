import { BlockList, isIP } from "node:net";

/** The proxies whose word about a caller's address is taken. */
export class TrustedProxies {
  readonly #list = new BlockList();

  /**
   * @param setting addresses and networks such as `10.0.0.0/8, 127.0.0.1`, separated by commas.
   * @throws Error naming what is no address.
   */
  constructor(setting: string) {
    for (const entry of setting
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "")) {
      const [address = "", bits] = entry.split("/");
      const family = familyOf(address);
      const prefix = bits === undefined ? undefined : Number(bits);
      if (!family || (prefix !== undefined && !(Number.isInteger(prefix) && prefix >= 0 && prefix <= 128))) {
        throw new Error(`"${entry}" is no address or network.`);
      }
      if (prefix === undefined) this.#list.addAddress(address, family);
      else this.#list.addSubnet(address, prefix, family);
    }
  }

  /** The caller's address: the nearest one in the chain of forwards that no trusted proxy has. */
  clientAddress(socketAddress: string, forwardedFor: string | undefined): string {
    let address = plain(socketAddress);
    const chain = (forwardedFor ?? "").split(",").map((part) => plain(part.trim()));
    while (this.trusts(address)) {
      const next = chain.pop();
      if (!next || !familyOf(next)) break;
      address = next;
    }
    return address;
  }

  /** Whether an address is one of theirs. */
  trusts(address: string): boolean {
    const plainAddress = plain(address);
    const family = familyOf(plainAddress);
    return family !== null && this.#list.check(plainAddress, family);
  }
}

const local = new BlockList();
for (const [network, bits] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
] as const) {
  local.addSubnet(network, bits, "ipv4");
}
local.addAddress("::1", "ipv6");
local.addSubnet("fc00::", 7, "ipv6");
local.addSubnet("fe80::", 10, "ipv6");

/** Whether an address is on the host's own network. */
export function isLocalAddress(address: string): boolean {
  const family = familyOf(address);
  return family !== null && local.check(address, family);
}

/** An IPv4 address that came over an IPv6 socket is an IPv4 address. */
function plain(address: string): string {
  return address.startsWith("::ffff:") && isIP(address.slice(7)) === 4 ? address.slice(7) : address;
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
}
