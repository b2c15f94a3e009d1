// The script of the page: the title tells what came of it.
import { checkAll } from "./check.js";

checkAll().then(
  (checked) => {
    document.title = checked;
  },
  (error) => {
    document.title = `${error}`;
  },
);
