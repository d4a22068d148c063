import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  customFetch,
  discovery,
  None,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientAuth,
  type Configuration,
  type CustomFetch,
} from "openid-client";
import type { Text } from "../languages/language.ts";

/** How we prove to a provider that it is us who ask. */
export type ClientProof =
  | { readonly method: "client_secret_basic" | "client_secret_post"; readonly secret: string }
  | { readonly method: "private_key_jwt"; readonly key: CryptoKey; readonly keyId?: string }
  | { readonly method: "none" };

/** A provider of sign-in: whom it vouches for is signed in. */
export type Provider = {
  readonly id: string;
  readonly name: Text;
  readonly issuer: string;
  readonly clientId: string;
  readonly proof: ClientProof;
  /** Levels of assurance (`acr`), of which one has to be vouched for. */
  readonly assurance?: readonly string[];
  /** Asks the provider otherwise than over the network. */
  readonly fetch?: (request: Request) => Promise<Response>;
};

/** What has to be known when the browser comes back (H43). */
export type Ticket = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Why a sign-in came to nothing. */
export class SignInFailed extends Error {
  override readonly name = "SignInFailed";
  readonly reason: "unreachable" | "refused" | "wrong_answer" | "assurance";

  constructor(reason: SignInFailed["reason"], cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** A provider that does not answer shall not hold up whoever signs in. */
const TIMEOUT_S = 10;

/** Asks a provider to vouch for people: OpenID Connect, code with PKCE, state and nonce (H43). */
export class RelyingParty {
  readonly provider: Provider;
  readonly #redirect: () => string;
  #known: Promise<Configuration> | undefined;

  /** `redirect` is the address to which the provider sends people back. */
  constructor(provider: Provider, redirect: () => string) {
    this.provider = provider;
    this.#redirect = redirect;
  }

  /** The provider's address to send the browser to, and what to keep until it comes back. */
  async begin(language: string): Promise<{ readonly address: URL; readonly ticket: Ticket }> {
    const configuration = await this.#configuration();
    const ticket: Ticket = {
      state: randomState(),
      nonce: randomNonce(),
      verifier: randomPKCECodeVerifier(),
    };
    const { assurance } = this.provider;
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.#redirect(),
      // The subject is all that we want to know: who that is, the office file says (H44).
      scope: "openid",
      response_type: "code",
      code_challenge: await calculatePKCECodeChallenge(ticket.verifier),
      code_challenge_method: "S256",
      state: ticket.state,
      nonce: ticket.nonce,
      ui_locales: language,
      ...(assurance === undefined ? {} : { acr_values: assurance.join(" ") }),
    });
    return { address, ticket };
  }

  /** The subject that the provider vouches for. Throws `SignInFailed`. */
  async finish(answer: URLSearchParams, ticket: Ticket): Promise<string> {
    const configuration = await this.#configuration();
    const address = new URL(this.#redirect());
    address.search = answer.toString();
    const tokens = await authorizationCodeGrant(configuration, address, {
      expectedState: ticket.state,
      expectedNonce: ticket.nonce,
      pkceCodeVerifier: ticket.verifier,
      idTokenExpected: true,
    }).catch((cause: unknown) => {
      throw new SignInFailed(reasonOf(cause), cause);
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new SignInFailed("wrong_answer");
    const { assurance } = this.provider;
    const { acr } = claims;
    if (assurance !== undefined && !assurance.some((level) => level === acr)) {
      throw new SignInFailed("assurance");
    }
    return claims.sub;
  }

  /** What the provider says of itself; asked for again where that failed. */
  #configuration(): Promise<Configuration> {
    this.#known ??= this.#discover().catch((cause: unknown) => {
      this.#known = undefined;
      throw new SignInFailed("unreachable", cause);
    });
    return this.#known;
  }

  #discover(): Promise<Configuration> {
    const { issuer, clientId, proof, fetch } = this.provider;
    const server = new URL(issuer);
    return discovery(server, clientId, {}, authenticationOf(proof), {
      timeout: TIMEOUT_S,
      // The schema of the office file takes http on this machine alone.
      // oxlint-disable-next-line typescript/no-deprecated -- it is only marked to stand out
      ...(server.protocol === "http:" ? { execute: [allowInsecureRequests] } : {}),
      ...(fetch === undefined ? {} : { [customFetch]: fetchOf(fetch) }),
    });
  }
}

const fetchOf =
  (fetch: (request: Request) => Promise<Response>): CustomFetch =>
  (url, options) =>
    fetch(new Request(url, options as RequestInit));

function authenticationOf(proof: ClientProof): ClientAuth {
  switch (proof.method) {
    case "client_secret_basic":
      return ClientSecretBasic(proof.secret);
    case "client_secret_post":
      return ClientSecretPost(proof.secret);
    case "private_key_jwt":
      return PrivateKeyJwt(
        proof.keyId === undefined ? proof.key : { key: proof.key, kid: proof.keyId },
      );
    case "none":
      return None();
  }
}

/** What the provider said no to is told apart from an answer that is not to be believed. */
function reasonOf(cause: unknown): SignInFailed["reason"] {
  if (!(cause instanceof Error)) return "wrong_answer";
  const { name } = cause;
  if (name === "AuthorizationResponseError") return "refused";
  if (name === "TimeoutError" || cause instanceof TypeError) return "unreachable";
  return "wrong_answer";
}
