import { createRoot } from "react-dom/client";
import { JoinUs } from "./join-us.tsx";

const root = document.getElementById("root");
if (root !== null) createRoot(root).render(<JoinUs />);
