import { findingsText } from "../charter/charter-file.ts";
import type { Language, Text } from "../languages/language.ts";
import { message } from "../languages/messages.ts";
import { filled } from "../languages/page-texts.ts";
import { INEXPRESSIBLE_TEXTS, PROJECTION_TEXTS } from "../languages/projection-texts.ts";
import { assumptionFindingLine } from "../projection/assumption-finding-text.ts";
import type { ProjectionFault } from "../projection/projection-input.ts";
import { CommandFailure, EXIT, refusedBy, wrongUsage } from "./failure.ts";

/** Why nothing is projected, with everything that is wrong. */
export function projectionRefused(fault: ProjectionFault, language: Language): CommandFailure {
  switch (fault.kind) {
    case "charter": {
      const { name, findings } = fault.file;
      const errors = findings.filter(({ severity }) => severity === "error").length;
      const lines = findingsText(fault.file, language);
      const set = fault.set.join(", ");
      const text = set === "" ? message("charterWrong", errors, name) : undefined;
      return wrong(text ?? filled(PROJECTION_TEXTS.charterWrongAsSet, String(errors), set), lines);
    }
    case "draft":
      return wrongUsage(message("draftSide", fault.name, fault.sides.join(", ")));
    case "settings": {
      const capital = fault.settings.find((setting) => setting.startsWith("capital="));
      if (capital !== undefined) return wrongUsage(filled(PROJECTION_TEXTS.capitalWrong, capital));
      return wrongUsage(message("projectionSettingsUnplaced", fault.settings.join(", ")));
    }
    case "stresses":
      return wrongUsage(message("stressUnknown", fault.unknown.join(", "), fault.known.join(", ")));
    case "assumptions": {
      const { findings } = fault;
      const lines = findings.map((finding) => assumptionFindingLine(finding, language));
      return wrong(message("assumptionsRefused", findings.length), lines.join("\n"));
    }
    case "inexpressible": {
      const lines = fault.refusals.map(
        ({ path, clause, code, name }) =>
          filled(
            PROJECTION_TEXTS.refusal,
            clause,
            path.join("."),
            filled(INEXPRESSIBLE_TEXTS[code], name)[language],
          )[language],
      );
      const text = filled(PROJECTION_TEXTS.inexpressible, String(fault.refusals.length));
      return refusedBy(text, both(lines.join("\n")));
    }
  }
}

const both = (text: string): Text => ({ en: text, ja: text });

const wrong = (text: Text, lines: string): CommandFailure =>
  new CommandFailure(EXIT.usage, text, both(lines));
