import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** What a refusal's address leads to (RFC 9457, `type`). */
export const problemsArea: Area = {
  id: "problems",
  title: words.area,
  pages: [
    {
      path: "/problems/$code",
      title: words.area,
      load: async () => ({ Page: (await import("./problem-page.tsx")).ProblemPage }),
    },
  ],
};
