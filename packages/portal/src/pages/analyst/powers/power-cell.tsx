import type { ReactNode } from "react";
import { useText } from "../../../language/language-context.tsx";
import type { Text } from "../../../language/text.ts";
import type { Powers, Tier } from "./powers-matrix.tsx";
import { words } from "./words.ts";

type Power = Tier["parties"][number];

/** By what means a party stops an act. */
function meansOf({ vetoes, objects, withholds, stalls }: Power): readonly Text[] {
  const means: Text[] = [];
  if (vetoes) means.push(words.byVeto);
  if (objects) means.push(words.byObjection);
  if (stalls) means.push(words.bySilence);
  if (withholds) means.push(words.byWithholding);
  return means;
}

/** What one party can do alone. */
export function PowerCell({ power }: { readonly power: Power }): ReactNode {
  const t = useText();
  const { forces, blocks, approvesAlone, proposes, consulted } = power;
  const means = meansOf(power);
  if (!forces && !blocks && !approvesAlone && !proposes && consulted.length === 0) {
    return <span className="absent">–</span>;
  }
  return (
    <div className="power">
      {forces && <strong className="power-forces">{t(words.forces)}</strong>}
      {!forces && approvesAlone && <strong className="power-forces">{t(words.approves)}</strong>}
      {blocks && (
        <span className="power-blocks">
          <strong>{t(words.blocks)}</strong> {means.map((each) => t(each)).join(", ")}
        </span>
      )}
      {proposes && <span className="power-minor">{t(words.proposes)}</span>}
      {consulted.length > 0 && <span className="power-minor">{t(words.consulted)}</span>}
    </div>
  );
}

/** The bodies whose seats suffice, are needed or are asked. */
export function BodiesCell({
  powers,
  bodies,
}: {
  readonly powers: Tier["bodies"];
  readonly bodies: Powers["bodies"];
}): ReactNode {
  const t = useText();
  const said = powers.flatMap(({ body, approves, withholds, consulted }) => {
    const name = t(bodies.find(({ id }) => id === body)?.name ?? { en: body });
    return [
      ...(approves ? [t(words.bodyApproves, name)] : []),
      ...(withholds ? [t(words.bodyNeeded, name)] : []),
      ...(consulted ? [t(words.bodyConsulted, name)] : []),
    ];
  });
  if (said.length === 0) return <span className="absent">–</span>;
  return (
    <div className="power">
      {said.map((each) => (
        <span key={each} className="power-minor">
          {each}
        </span>
      ))}
    </div>
  );
}
