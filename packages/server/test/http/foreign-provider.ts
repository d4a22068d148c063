import assert from "node:assert/strict";
import { once } from "node:events";
import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration, Provider } from "oidc-provider";
import type { ServedOffice } from "../../../../tests/support/served-office.ts";
import { browse, CookieJar, sentTo } from "../../../../tests/support/signed-in.ts";

/** A provider of somebody else's, on a port of its own. */
export type ForeignProvider = {
  readonly issuer: string;
  /** Whoever signs in next is this subject, at this level of assurance. */
  readonly next: { subject: string; acr?: string };
  readonly close: () => Promise<void>;
};

/** A client that proves itself by a key instead of a secret. */
export const KEY_CLIENT = {
  id: "fund-office-by-key",
  keys: generateKeyPairSync("ec", { namedCurve: "P-256" }),
};

export const FOREIGN_CLIENT = { id: "fund-office", secret: "a-secret-of-the-test" };

/** Serves a provider that lets the test say who signs in, without a page. */
export async function openForeignProvider(redirect: string): Promise<ForeignProvider> {
  const { warn } = console;
  console.warn = () => undefined;
  const { default: OidcProvider } = await import("oidc-provider");
  const next: ForeignProvider["next"] = { subject: "nobody" };
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: Provider = new OidcProvider(issuer, configuration(redirect));
  console.warn = warn;
  const callback = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url!.startsWith("/interaction/")) return void callback(request, response);
    const { subject, acr } = next;
    const login = { accountId: subject, remember: false, ...(acr === undefined ? {} : { acr }) };
    void provider.interactionFinished(request, response, { login });
  });
  return {
    issuer,
    next,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function configuration(redirect: string): Configuration {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients: [
      {
        client_id: FOREIGN_CLIENT.id,
        client_secret: FOREIGN_CLIENT.secret,
        redirect_uris: [redirect],
      },
      {
        client_id: KEY_CLIENT.id,
        redirect_uris: [redirect],
        token_endpoint_auth_method: "private_key_jwt",
        jwks: { keys: [{ ...KEY_CLIENT.keys.publicKey.export({ format: "jwk" }), kid: "k1" }] },
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), kid: "1", use: "sig" }] },
    acrValues: ["strong", "weak"],
    cookies: { keys: ["of-the-test"] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    clientBasedCORS: () => false,
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: "x@y" }) }),
    renderError(context, out) {
      context.body = out.error;
    },
    async loadExistingGrant({ oidc: { client, session, provider } }) {
      const grant = new provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      });
      grant.addOIDCScope("openid");
      await grant.save();
      return grant;
    },
  };
}

/** Signs in with a provider of the office file as one of its subjects. */
export async function signInWith(
  served: ServedOffice,
  { provider, foreign }: { readonly provider: string; readonly foreign: ForeignProvider },
  subject: string,
): Promise<CookieJar> {
  const jar = new CookieJar();
  foreign.next.subject = subject;
  const start = await browse(served, jar, `/session/start/${provider}`);
  let address = sentTo(start, served.at.address)!;
  const cookies = new CookieJar();
  while (address.origin === new URL(foreign.issuer).origin) {
    const headers = { Cookie: cookies.header };
    const response = await fetch(address, { redirect: "manual", headers });
    cookies.take(response);
    address = sentTo(response, address)!;
    await response.body?.cancel();
  }
  const { headers } = await browse(served, jar, address.href);
  assert.equal(headers.get("Location"), "/");
  return jar;
}
