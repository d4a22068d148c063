import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { ApiProblem } from "../api/client.ts";
import { followRecord } from "../api/record-events.ts";
import { LanguageProvider } from "../language/language-context.tsx";
import { router } from "./router.tsx";

/** What was asked for wrongly stays wrong; the world may come back. */
const RETRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      retry: (count, failure) => !(failure instanceof ApiProblem) && count < RETRIES,
    },
  },
});

/** The whole page: language, answers of the office, and the places it has. */
export function Office(): ReactNode {
  useEffect(() => followRecord(client), []);
  return (
    <LanguageProvider>
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>
  );
}
