import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Configuration } from "oidc-provider";
import { faultPage } from "./demonstration-page.ts";
import { letPick, languageOf } from "./demonstration-choice.ts";
import { inProcess } from "./in-process.ts";

/** Where the demonstration provider stands in the office. */
export const DEMONSTRATION_PATH = "/demonstration-provider";

/** Where the person is picked. */
const PERSON_PATH = `${DEMONSTRATION_PATH}/person/`;

const CLIENT_ID = "office";

const SESSION_COOKIE = "demonstration-session";

/** Time in which somebody is picked, and for which the provider remembers anything, s. */
const REMEMBERED_S = 600;

export type DemonstrationProvider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly answer: (request: Request) => Promise<Response>;
};

type Surroundings = {
  /** The office's own address. */
  readonly address: URL;
  /** Where the provider sends people back to. */
  readonly redirect: string;
  readonly state: () => FundState;
};

/**
 * A provider of OpenID Connect that lets anybody be anybody of a demonstration: no password, one
 * click. It says so on each of its pages. FOR DEMONSTRATION.
 */
export async function openDemonstrationProvider(of: Surroundings): Promise<DemonstrationProvider> {
  const issuer = of.address.origin + DEMONSTRATION_PATH;
  const provider = await quietly(async () => {
    // It is a large library, of which a fund that is no demonstration needs nothing.
    const { default: OidcProvider } = await import("oidc-provider");
    return new OidcProvider(issuer, configurationOf(of));
  });
  provider.proxy = true;
  const callback = provider.callback();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const { url = "" } = request;
    if (url.startsWith(PERSON_PATH)) {
      void letPick(provider, of.state, { request, response });
      return;
    }
    // It knows nobody from before: whoever signs in picks a person, each time.
    const { cookie } = request.headers;
    if (cookie !== undefined) request.headers.cookie = withoutSession(cookie);
    // The library learns from these two under which path it stands.
    Object.assign(request, { originalUrl: url, url: url.slice(DEMONSTRATION_PATH.length) });
    void callback(request, response);
  };
  return { issuer, clientId: CLIENT_ID, answer: inProcess(listener) };
}

const withoutSession = (cookie: string): string =>
  cookie
    .split(";")
    .filter((pair) => !pair.trim().startsWith(SESSION_COOKIE))
    .join(";");

/**
 * Without the library's advice to whoever runs a real provider: it knows no release of Node that is
 * newer than itself, and wants a database for what ten minutes in memory are right for.
 */
async function quietly<T>(make: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = (...said: unknown[]): void => {
    if (!String(said[0]).includes("oidc-provider")) warn(...said);
  };
  try {
    return await make();
  } finally {
    console.warn = warn;
  }
}

function configurationOf(of: Surroundings): Configuration {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = { ...privateKey.export({ format: "jwk" }), alg: "ES256", use: "sig", kid: "1" };
  const cookie = { path: DEMONSTRATION_PATH, httpOnly: true, sameSite: "lax" } as const;
  return {
    clients: [
      {
        client_id: CLIENT_ID,
        redirect_uris: [of.redirect],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "none",
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [key] },
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      names: {
        session: SESSION_COOKIE,
        interaction: "demonstration-interaction",
        resume: "demonstration-resume",
      },
      long: cookie,
      short: cookie,
    },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: { url: (_context, { uid }) => PERSON_PATH + uid },
    pkce: { required: () => true },
    ttl: {
      AccessToken: REMEMBERED_S,
      AuthorizationCode: 60,
      Grant: REMEMBERED_S,
      IdToken: REMEMBERED_S,
      Interaction: REMEMBERED_S,
      Session: REMEMBERED_S,
    },
    clientBasedCORS: () => false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // There is one client, ours, and it asks for nothing but the subject: no consent is needed.
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
    renderError(context, out) {
      const { html, headers } = faultPage(languageOf(context.req), out.error);
      context.set(headers);
      context.body = html;
    },
  };
}
