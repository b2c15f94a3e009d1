// Names of countries in a form that was made in the page, written once somebody looks at them, or the browser has nothing
// else to do: the first one takes a telephone a fifth of a second. Until then the list holds the codes, by which a browser
// fills it in, too.
import { countryNames } from "./countries.ts";

const waiting = new WeakMap<HTMLSelectElement, () => void>();

/** How somebody comes to a list: by a pointer, by the keyboard, by the browser filling it in. */
const looks = ["pointerdown", "focus", "change"] as const;

/** Writes the choices in an order. They stay the elements they are, so the choice made stays too. */
export function writeChoices(
  select: HTMLSelectElement,
  choices: readonly { readonly value: string; readonly text: string }[],
): void {
  waiting.delete(select);
  const { value } = select;
  const options = new Map(Array.from(select.options, (option) => [option.value, option]));
  for (const choice of choices) {
    const option = options.get(choice.value);
    if (option === undefined) continue;
    option.text = choice.text;
    select.append(option);
  }
  if (select.value !== value) select.value = value;
}

/** Names the countries of a list that waits for it. */
export function nameCountries(select: HTMLSelectElement): void {
  waiting.get(select)?.();
}

/** Milliseconds, for browsers that do not tell when they are idle. */
const restAfter = 2000;

function onceAtRest(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work);
  else setTimeout(work, restAfter);
}

/** From now on the countries of this list wait for their names in a language, unless they are named in another one first. */
export function nameLater(select: HTMLSelectElement, tag: string): void {
  waiting.set(select, () => {
    writeChoices(
      select,
      countryNames(tag).map(({ code, name }) => ({ value: code, text: name })),
    );
  });
  for (const look of looks) select.addEventListener(look, () => nameCountries(select), { once: true });
  onceAtRest(() => nameCountries(select));
}
