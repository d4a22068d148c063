import assert from "node:assert/strict";
import type { ServedOffice } from "./served-office.ts";

/** Cookies of a browser, as far as one host needs them. */
export class CookieJar {
  readonly #cookies = new Map<string, string>();

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const [name = "", value = ""] = pair.split(/=(.*)/s);
      if (/;\s*(?:max-age=0|expires=thu, 01 jan 1970)/i.test(line)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }

  get header(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  get names(): readonly string[] {
    return [...this.#cookies.keys()];
  }

  get pairs(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.#cookies].map(([name, value]) => ({ name, value }));
  }

  copy(): CookieJar {
    const jar = new CookieJar();
    for (const [name, value] of this.#cookies) jar.#cookies.set(name, value);
    return jar;
  }
}

export type Asked = Pick<ServedOffice, "app" | "at">;

/** Asks the office as a browser would, without going on to where it is sent. */
export async function browse(
  { app, at }: Asked,
  jar: CookieJar,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  if (jar.header !== "") headers.set("Cookie", jar.header);
  const response = await app.request(new URL(path, at.address).href, { ...init, headers });
  jar.take(response);
  return response;
}

/** Where an answer sends the browser, if it does. */
export function sentTo(response: Response, from: URL): URL | undefined {
  const location = response.headers.get("Location");
  return location === null ? undefined : new URL(location, from);
}

/** Goes on from an address as long as sign-in sends somebody on; gives where that leads. */
export async function goOn(
  office: Asked,
  jar: CookieJar,
  path: string,
): Promise<{ readonly address: URL; readonly response: Response | undefined }> {
  let address = new URL(path, office.at.address);
  for (let steps = 0; steps < 12; steps++) {
    if (!/^\/(?:session|demonstration-provider)\//.test(address.pathname)) {
      return { address, response: undefined };
    }
    const response = await browse(office, jar, address.href);
    const next = sentTo(response, address);
    if (next === undefined) return { address, response };
    address = next;
  }
  throw new Error("sent on for ever");
}

/**
 * Signs in at the demonstration provider as one of its people: an officer by id ("us-1"), a
 * citizen by feeder and holder ("feeder-us:us-001"). Gives the jar with the session's cookie.
 */
export async function signInAs(
  office: Asked,
  id: string,
  jar = new CookieJar(),
  returnTo = "/",
): Promise<CookieJar> {
  const query = new URLSearchParams({ returnTo }).toString();
  const shown = await goOn(office, jar, `/session/start/demonstration?${query}`);
  assert.equal(shown.response?.status, 200, shown.address.href);
  const body = new URLSearchParams({ person: id });
  const picked = await browse(office, jar, shown.address.href, { method: "POST", body });
  assert.equal(picked.status, 303, `nobody is called ${id}`);
  const last = await goOn(office, jar, picked.headers.get("Location")!);
  assert.equal(last.address.pathname + last.address.search, returnTo);
  return jar;
}
