import type { IncomingMessage, ServerResponse } from "node:http";
import type { FundState } from "@jointfund/core/fund/state.ts";
import type { Provider } from "oidc-provider";
import { languageAsked } from "../http/language.ts";
import type { Language } from "../languages/language.ts";
import { faultPage, peoplePage, type Page } from "./demonstration-page.ts";
import { demonstrationPeople } from "./directory.ts";

/** Longest form that is read of somebody who picks a person. */
const FORM_BYTES_MAX = 2_000;

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** Shows the people of the demonstration, and goes on as the one who is picked. */
export async function letPick(
  provider: Provider,
  state: () => FundState,
  { request, response }: Exchange,
): Promise<void> {
  let language = languageOf(request);
  const send = (status: number, { html, headers }: Page): void => {
    response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : html);
  };
  try {
    const { params } = await provider.interactionDetails(request, response);
    const { ui_locales: asked } = params;
    if (asked === "en" || asked === "ja") language = asked;
    if (request.method !== "POST") {
      send(200, peoplePage(language, state()));
      return;
    }
    const picked = (await formOf(request))?.get("person");
    const known = demonstrationPeople(state()).find(({ id }) => id === picked);
    if (known === undefined) {
      send(400, peoplePage(language, state()));
      return;
    }
    const result = { login: { accountId: known.id, remember: false } };
    await provider.interactionFinished(request, response, result);
  } catch {
    // The library throws where the browser has no sign-in under way, or one that has expired.
    if (response.headersSent) response.destroy();
    else send(400, faultPage(language, "session_not_found"));
  }
}

export const languageOf = ({ headers }: IncomingMessage): Language =>
  languageAsked(headers["accept-language"] ?? null);

async function formOf(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > FORM_BYTES_MAX) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
