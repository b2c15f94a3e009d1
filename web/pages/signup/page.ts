// The sign-up page: what makes its form answer is the element around it.
import "vestibule/define";
import { followLanguages } from "./languages.ts";

const element = document.querySelector("vestibule-signup");
if (element !== null) followLanguages(element);
