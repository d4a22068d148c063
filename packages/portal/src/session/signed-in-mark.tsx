import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, answered } from "../api/client.ts";
import { useApi } from "../api/use-api.ts";
import { Button } from "../elements/button.tsx";
import { PageLink } from "../elements/page-link.tsx";
import { Said } from "../elements/said.tsx";
import { useText } from "../language/language-context.tsx";
import { tellOthers } from "./channel.ts";
import { forgetDrafts } from "./draft.ts";
import { type Person, useSession } from "./session.ts";
import { signInPage } from "./sign-in-address.ts";
import { words } from "./words.ts";
import "./session.css";

/** In the header: who is signed in and the way out, or the way in. */
export function SignedInMark(): ReactNode {
  const t = useText();
  const session = useSession();
  const { pathname, searchStr } = useLocation();
  if (session === undefined) return null;
  const { person } = session;
  if (person !== undefined) return <SignedIn person={person} />;
  const back = pathname === "/sign-in" ? "/" : pathname + searchStr;
  return (
    <PageLink to={signInPage(back)} className="button button-plain sign-in-link">
      {t(words.signIn)}
    </PageLink>
  );
}

function SignedIn({ person }: { readonly person: Person }): ReactNode {
  const t = useText();
  const client = useQueryClient();
  const signOut = async (): Promise<void> => {
    answered(await api.POST("/api/v1/session/end"));
    forgetDrafts();
    tellOthers();
    client.clear();
    // A fresh page: nothing that the one before has seen stays in it.
    location.assign("/");
  };
  return (
    <div className="signed-in">
      <span className="signed-in-who">
        <span className="only-read">{t(words.signedInAs)} </span>
        <strong>
          <Said text={person.name} />
        </strong>{" "}
        <span className="signed-in-role">
          <WhoseOfficer person={person} />
        </span>
      </span>
      <Button onPress={() => void signOut()}>{t(words.signOut)}</Button>
    </div>
  );
}

/** "Officer, US": the role, and the party for which they act. */
function WhoseOfficer({ person }: { readonly person: Person }): ReactNode {
  const t = useText();
  const { parties, vehicles } = useApi("/api/v1/fund");
  const { role, party, holding } = person;
  const short = parties.find(({ id }) => id === party)?.short;
  const feeder = vehicles.find(({ id }) => id === holding?.feeder)?.name;
  const of = short ?? feeder;
  const said = [t(words.roles[role]), ...(of === undefined ? [] : [t(of)])];
  return [...new Set(said)].join(" · ");
}
