import { join } from "node:path";
import { decode, Schema, type Infer } from "@jointfund/core/base/schema.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { languageAsked } from "../http/language.ts";
import type { Person } from "../http/person.ts";
import type { Text } from "../languages/language.ts";
import { SIGN_IN_TEXTS } from "../languages/sign-in-texts.ts";
import { Cookies } from "./cookies.ts";
import { openDemonstrationProvider, type DemonstrationProvider } from "./demonstration-provider.ts";
import { configuredDirectory, demonstrationDirectory, type Directory } from "./directory.ts";
import { DEMONSTRATION, isLoopback, type ProviderEntry } from "./office-schema.ts";
import { RelyingParty, SignInFailed, type ClientProof } from "./relying-party.ts";
import { returnTo } from "./return-to.ts";
import { SessionKey } from "./session-key.ts";
import { Sessions, type Session, type SessionTimes } from "./sessions.ts";

/** A provider of the office file with the secret that it names. */
export type ConfiguredProvider = { readonly entry: ProviderEntry; readonly proof: ClientProof };

export type SignInOptions = {
  /** The fund's data directory: the key and the table of sessions stand in it. */
  readonly data: string;
  /** The office's own address, as people's browsers know it. */
  readonly address: () => URL;
  readonly state: () => FundState;
  readonly isDemonstration: boolean;
  readonly providers?: readonly ConfiguredProvider[];
  readonly times?: SessionTimes;
  readonly now?: () => number;
  /** Told why a sign-in came to nothing, without anything about the person. */
  readonly onTrouble?: (provider: string, reason: FailureReason) => void;
};

/** Without a request for half an hour, or after ten hours, somebody has to sign in again (H41). */
export const SESSION_TIMES: SessionTimes = { idleMs: 30 * 60_000, absoluteMs: 10 * 3_600_000 };

/** Why somebody comes back to the sign-in page instead of being signed in. */
export const FAILURE_REASONS = [
  "expired",
  "unreachable",
  "refused",
  "wrong_answer",
  "assurance",
  "unknown_person",
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

/** Where the office's page of sign-in stands. */
export const SIGN_IN_PAGE = "/sign-in";
export const START_PATH = "/session/start";
export const RETURN_PATH = "/session/return";

const SESSION_COOKIE = "jointfund";
const TICKET_COOKIE = "jointfund-sign-in";
const TICKET_S = 600;

const ticketSchema = Schema.object({
  provider: Schema.string(),
  state: Schema.string(),
  nonce: Schema.string(),
  verifier: Schema.string(),
  returnTo: Schema.string(),
  until: Schema.integer(),
});

/** A provider as the sign-in page offers it. */
export type Offered = {
  readonly id: string;
  readonly name: Text;
  /** Where sign-in with it begins; takes `returnTo` and `lang`. */
  readonly start: string;
  readonly isDemonstration: boolean;
};

/** Sign-in, sessions and who somebody is (docs/spec/http.md, H40 to H45). */
export class SignIn {
  readonly #of: SignInOptions;
  readonly #key: SessionKey;
  readonly #sessions: Sessions;
  readonly #now: () => number;
  readonly #parties = new Map<string, RelyingParty>();
  readonly #configured: Directory;
  #demonstration: Promise<DemonstrationProvider> | undefined;
  #cookies: Cookies | undefined;

  constructor(of: SignInOptions) {
    this.#of = of;
    this.#now = of.now ?? Date.now;
    const directory = join(of.data, "office");
    this.#key = SessionKey.open(directory);
    this.#sessions = Sessions.open(directory, of.times ?? SESSION_TIMES, this.#now);
    const providers = of.providers ?? [];
    this.#configured = configuredDirectory(providers.map(({ entry }) => entry));
    const redirect = (): string => this.#redirect();
    for (const { entry, proof } of providers) {
      const { id, name, issuer, client, assurance } = entry;
      const levels = assurance === undefined ? {} : { assurance };
      const provider = { id, name, issuer, clientId: client.id, proof, ...levels };
      this.#parties.set(id, new RelyingParty(provider, redirect));
    }
  }

  get address(): URL {
    return this.#of.address();
  }

  /** Those with whom one can sign in here. */
  get offered(): readonly Offered[] {
    const configured = [...this.#parties.values()]
      .filter(({ provider }) => provider.id !== DEMONSTRATION)
      .map(({ provider: { id, name } }) => ({ id, name, isDemonstration: false }));
    const { provider: name } = SIGN_IN_TEXTS;
    const shown = this.#of.isDemonstration
      ? [...configured, { id: DEMONSTRATION, name, isDemonstration: true }]
      : configured;
    return shown.map((each) => ({ ...each, start: `${START_PATH}/${each.id}` }));
  }

  /** Who asks, if they have signed in; `isUse` says whether their session goes on from now. */
  readonly whoAsks = async (request: Request, isUse = true): Promise<Person | undefined> => {
    const found = this.#sessionOf(request, isUse);
    return Promise.resolve(found === undefined ? undefined : this.#personOf(found));
  };

  /** When the session ends unless something is asked before. */
  endsAt(request: Request): Date | undefined {
    const session = this.#sessionOf(request, false);
    return session === undefined ? undefined : new Date(session.endsAt);
  }

  /** Sends the browser to a provider; nothing where there is no such provider. */
  async start(request: Request, id: string): Promise<Response | undefined> {
    const elsewhere = this.#ownAddress(request);
    if (elsewhere !== undefined) return redirected(elsewhere);
    const party = await this.#partyOf(id);
    if (party === undefined) return undefined;
    const { searchParams } = new URL(request.url);
    const back = returnTo(searchParams.get("returnTo"));
    const lang = searchParams.get("lang");
    const language =
      lang === "en" || lang === "ja" ? lang : languageAsked(request.headers.get("Accept-Language"));
    try {
      const { address, ticket } = await party.begin(language);
      const until = this.#now() + TICKET_S * 1000;
      const sealed = this.#key.seal({ ...ticket, provider: id, returnTo: back, until });
      return redirected(address.href, [this.#jar.set(TICKET_COOKIE, sealed, TICKET_S)]);
    } catch (failure) {
      return this.#failed(id, failure, back);
    }
  }

  /** Takes somebody in whom a provider sends back. */
  async complete(request: Request): Promise<Response> {
    const ticket = this.#ticketOf(request);
    if (ticket === undefined) return this.#toSignInPage("expired", "/");
    const { provider, returnTo: back } = ticket;
    try {
      const party = await this.#partyOf(provider);
      if (party === undefined) return this.#toSignInPage("expired", back);
      const subject = await party.finish(new URL(request.url).searchParams, ticket);
      if (this.#personOf({ provider, subject }) === undefined) {
        this.#of.onTrouble?.(provider, "unknown_person");
        return this.#toSignInPage("unknown_person", back);
      }
      // Whatever id the browser had before is of no use from here on (H41).
      this.#endSessionOf(request);
      const id = this.#sessions.start({ provider, subject });
      const cookie = this.#jar.set(SESSION_COOKIE, this.#key.sign(id));
      return redirected(back, [cookie, this.#jar.clear(TICKET_COOKIE)]);
    } catch (failure) {
      return this.#failed(provider, failure, back);
    }
  }

  /** Ends the session of a request; gives the header that takes its cookie away. */
  end(request: Request): string {
    this.#endSessionOf(request);
    return this.#jar.clear(SESSION_COOKIE);
  }

  /** What stands under the demonstration provider's path; nothing where the fund is none. */
  async demonstration(request: Request): Promise<Response | undefined> {
    if (!this.#of.isDemonstration) return undefined;
    const elsewhere = this.#ownAddress(request);
    if (elsewhere !== undefined) return redirected(elsewhere);
    return (await this.#demonstrationProvider()).answer(request);
  }

  close(): void {
    this.#sessions.close();
  }

  get #jar(): Cookies {
    return (this.#cookies ??= new Cookies(this.address));
  }

  #redirect(): string {
    return new URL(RETURN_PATH, this.address).href;
  }

  #sessionOf(request: Request, isUse: boolean): Session | undefined {
    const cookie = this.#jar.read(SESSION_COOKIE, request);
    const id = cookie === undefined ? undefined : this.#key.verified(cookie);
    return id === undefined ? undefined : this.#sessions.find(id, isUse);
  }

  #endSessionOf(request: Request): void {
    const cookie = this.#jar.read(SESSION_COOKIE, request);
    const id = cookie === undefined ? undefined : this.#key.verified(cookie);
    if (id !== undefined) this.#sessions.end(id);
  }

  #personOf(vouched: Pick<Session, "provider" | "subject">): Person | undefined {
    const isOfDemonstration = vouched.provider === DEMONSTRATION;
    if (isOfDemonstration && !this.#of.isDemonstration) return undefined;
    const directory = isOfDemonstration ? demonstrationDirectory : this.#configured;
    return directory.find(vouched, this.#of.state());
  }

  async #partyOf(id: string): Promise<RelyingParty | undefined> {
    const known = this.#parties.get(id);
    if (known !== undefined || id !== DEMONSTRATION || !this.#of.isDemonstration) return known;
    const { issuer, clientId, answer } = await this.#demonstrationProvider();
    const { provider: name } = SIGN_IN_TEXTS;
    const proof = { method: "none" } as const;
    const provider = { id, name, issuer, clientId, proof, fetch: answer };
    const party = new RelyingParty(provider, () => this.#redirect());
    this.#parties.set(id, party);
    return party;
  }

  #demonstrationProvider(): Promise<DemonstrationProvider> {
    return (this.#demonstration ??= openDemonstrationProvider({
      address: this.address,
      redirect: this.#redirect(),
      state: this.#of.state,
    }));
  }

  /** The same under the office's own name, where somebody came by another name of this machine. */
  #ownAddress(request: Request): string | undefined {
    const { hostname, host, pathname, search } = new URL(request.url);
    const { address } = this;
    if (host === address.host || !isLoopback(hostname) || !isLoopback(address.hostname)) {
      return undefined;
    }
    return new URL(pathname + search, address).href;
  }

  #ticketOf(request: Request): Infer<typeof ticketSchema> | undefined {
    const cookie = this.#jar.read(TICKET_COOKIE, request);
    const json = cookie === undefined ? undefined : this.#key.unsealed(cookie);
    const ticket = json === undefined ? undefined : decode(ticketSchema, json);
    if (ticket === undefined || !ticket.ok) return undefined;
    return ticket.value.until > this.#now() ? ticket.value : undefined;
  }

  #failed(provider: string, failure: unknown, back: string): Response {
    if (!(failure instanceof SignInFailed)) throw failure;
    this.#of.onTrouble?.(provider, failure.reason);
    return this.#toSignInPage(failure.reason, back);
  }

  #toSignInPage(reason: FailureReason, back: string): Response {
    const query = new URLSearchParams({ failed: reason, returnTo: back });
    return redirected(`${SIGN_IN_PAGE}?${query.toString()}`, [this.#jar.clear(TICKET_COOKIE)]);
  }
}

function redirected(to: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ Location: to, "Cache-Control": "no-store" });
  headers.set("Referrer-Policy", "no-referrer");
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
