import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Office } from "./app/office.tsx";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/elements.css";
import "./styles/charts.css";
import "./styles/print.css";

const place = document.querySelector("#office");
if (place === null) throw new Error("the page has no place for the office");
createRoot(place).render(
  <StrictMode>
    <Office />
  </StrictMode>,
);
