// The sign-up page: what makes its form answer is the element around it.
import "./profile.ts";
import "vestibule/define";
import { followLanguages } from "./languages.ts";
import { followSteps } from "./steps.ts";

const element = document.querySelector("vestibule-signup");
// In a turn of its own: until then the links lead to the other pages, and a slow telephone sees to a tap in between.
if (element !== null) followSteps(element);
if (element !== null) setTimeout(() => followLanguages(element));
