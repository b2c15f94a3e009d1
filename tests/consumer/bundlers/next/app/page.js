"use client";
// A component of the client: the browser's entry.
import { useEffect, useState } from "react";
import { checkAll } from "../check.js";

export default function Page() {
  const [checked, setChecked] = useState("");
  useEffect(() => {
    checkAll().then(setChecked, (error) => setChecked(`${error}`));
  }, []);
  return <output>{checked}</output>;
}
