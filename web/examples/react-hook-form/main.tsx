import { Suspense } from "react";
import { createRoot } from "react-dom/client";
import { SignupForm } from "./signup-form.tsx";

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <Suspense fallback="One moment.">
      <SignupForm />
    </Suspense>,
  );
}
