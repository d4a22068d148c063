import type { ReactNode } from "react";
import { useApi } from "../../../api/use-api.ts";
import { Notice } from "../../../elements/notice.tsx";
import { PageLink } from "../../../elements/page-link.tsx";
import { Panel } from "../../../elements/panel.tsx";
import { useText } from "../../../language/language-context.tsx";
import { isSigned } from "../checking/signers.ts";
import { useCheckpoint } from "../checking/use-checkpoint.ts";
import { usePartyNames } from "../parts/party-names.ts";
import { words } from "./words.ts";

/** Whether the record behind the figures is signed and held by both governments, checked here. */
export function VerdictPanel(): ReactNode {
  const t = useText();
  return (
    <Panel title={words.verdict}>
      <Verdict />
      <PageLink to="/check">{t(words.checkYourself)}</PageLink>
    </Panel>
  );
}

function Verdict(): ReactNode {
  const t = useText();
  const nameOf = usePartyNames();
  const { size } = useApi("/api/v1/fund");
  const { opened, standing } = useCheckpoint();
  if (standing === "waiting") return <Notice kind="note">{t(words.verifying)}</Notice>;
  if (standing === "unable") return <Notice kind="caution">{t(words.cannotVerify)}</Notice>;
  if (opened === undefined || !isSigned(opened)) {
    return <Notice kind="wrong">{t(words.signedBadly)}</Notice>;
  }
  const mirrors = opened.signers.filter(({ role }) => role === "mirror");
  const names = (of: "valid" | "absent"): string =>
    mirrors
      .filter((signer) => signer.standing === of)
      .map(({ who }) => t(nameOf(who)))
      .join(t({ en: " and ", ja: "及び" }));
  const absent = names("absent");
  const later = size - opened.checkpoint.size;
  return (
    <Notice kind={absent === "" ? "good" : "caution"}>
      <p>
        {t(
          words.signedWell,
          opened.checkpoint.size.toLocaleString("en"),
          names("valid") || t(words.none),
        )}{" "}
        {later > 0 && t(words.partialCheckpoint, String(later))}
      </p>
      {absent !== "" && <p>{t(words.notCosigned, absent)}</p>}
    </Notice>
  );
}
