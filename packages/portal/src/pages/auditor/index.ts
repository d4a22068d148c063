import type { Area } from "../../app/page-entry.ts";
import { words } from "./words.ts";

/** What an auditor examines the fund with; those who run it see the same. */
export const auditorArea: Area = {
  id: "auditor",
  title: words.area,
  roles: ["auditor", "officer"],
  pages: [
    {
      path: "/auditor",
      title: words.desk,
      inMenu: true,
      load: async () => ({ Page: (await import("./desk-page.tsx")).DeskPage }),
    },
    {
      path: "/auditor/lists/$name",
      title: words.list,
      load: async () => ({ Page: (await import("./list-page.tsx")).ListPage }),
    },
    {
      path: "/auditor/evidence",
      title: words.evidence,
      load: async () => ({ Page: (await import("./evidence-page.tsx")).EvidencePage }),
    },
    {
      path: "/auditor/samples",
      title: words.sampler,
      inMenu: true,
      load: async () => ({ Page: (await import("./sampler-page.tsx")).SamplerPage }),
    },
    {
      path: "/auditor/verify",
      title: words.verify,
      inMenu: true,
      load: async () => ({ Page: (await import("./verify-page.tsx")).VerifyPage }),
    },
    {
      path: "/auditor/checks",
      title: words.checks,
      inMenu: true,
      load: async () => ({ Page: (await import("./checks-page.tsx")).ChecksPage }),
    },
    {
      path: "/auditor/statements",
      title: words.statements,
      inMenu: true,
      load: async () => ({ Page: (await import("./statements-page.tsx")).StatementsPage }),
    },
  ],
};
