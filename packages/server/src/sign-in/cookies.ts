/** Cookies of the office: no script sees them, and other sites' requests come without (H41). */
export class Cookies {
  readonly #isSecure: boolean;
  readonly #suffix: string;

  /** `address` is the office's own, as people's browsers know it. */
  constructor(address: URL) {
    this.#isSecure = address.protocol === "https:";
    // Browsers keep one jar for all ports of a host: two funds on a machine are not to mix.
    this.#suffix = this.#isSecure ? "" : `-${address.port === "" ? "80" : address.port}`;
  }

  nameOf(name: string): string {
    return `${this.#isSecure ? "__Host-" : ""}${name}${this.#suffix}`;
  }

  /** The header that sets a cookie; without an age it goes with the browser. */
  set(name: string, value: string, maxAgeS?: number): string {
    const age = maxAgeS === undefined ? "" : `; Max-Age=${maxAgeS}`;
    const secure = this.#isSecure ? "; Secure" : "";
    return `${this.nameOf(name)}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`;
  }

  clear(name: string): string {
    return this.set(name, "", 0);
  }

  /** The value of a cookie that came with a request; nothing where two came under the name. */
  read(name: string, request: Request): string | undefined {
    const header = request.headers.get("Cookie");
    if (header === null) return undefined;
    const wanted = `${this.nameOf(name)}=`;
    const values = header
      .split(";")
      .map((part) => part.trim())
      .filter((part) => part.startsWith(wanted));
    return values.length === 1 ? values[0]!.slice(wanted.length) : undefined;
  }
}
