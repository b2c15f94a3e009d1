// The accessibility tree that Firefox hands to assistive technology. No page can read it; a script in the browser's own
// window can, which WebDriver BiDi reaches when Firefox is started with systemAccess.

/** As much of puppeteer-core's connection as is used here. */
export interface BidiConnection {
  send(method: string, parameters: object): Promise<{ readonly result: unknown }>;
}

export const systemAccess = "--remote-allow-system-access";

interface ChromeContexts {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

interface Evaluated {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** A node with what is told of it; of options of a list only the list's value is. */
export interface FirefoxNode {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly value: string;
  readonly states: readonly string[];
  readonly level: string;
}

/** Runs in the window: the nodes of the tab at `address`, in order. */
const readTree = `(address) => {
  const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
  const nodes = [];
  const visit = (node) => {
    const role = service.getStringRole(node.role);
    if (role === "combobox option" || role === "combobox list") return;
    const states = {};
    const more = {};
    node.getState(states, more);
    let level = "";
    try { level = node.attributes.getStringProperty("level"); } catch {}
    nodes.push({
      role, level,
      name: node.name ?? "",
      description: node.description ?? "",
      value: node.value ?? "",
      states: [...service.getStringStates(states.value, more.value)],
    });
    for (let index = 0; index < node.childCount; index += 1) visit(node.getChildAt(index));
  };
  for (const window of Services.wm.getEnumerator("navigator:browser")) {
    for (const tab of window.gBrowser.browsers) {
      if (tab.currentURI.spec !== address) continue;
      const frame = service.getAccessibleFor(tab);
      if (frame !== null) visit(frame);
    }
  }
  return JSON.stringify(nodes);
}`;

/** As it is now: what the page has changed a moment ago may still be on its way to it. */
export async function firefoxTree(connection: BidiConnection, address: string): Promise<readonly FirefoxNode[]> {
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })).result as ChromeContexts;
  const window = tree.contexts.find(({ url }) => url.endsWith("/browser.xhtml"));
  if (window === undefined) throw new Error("Firefox shows no window of its own");
  const { result } = await connection.send("script.evaluate", {
    expression: `(${readTree})(${JSON.stringify(address)})`,
    target: { context: window.context },
    awaitPromise: false,
  });
  const { result: answer, exceptionDetails } = result as Evaluated;
  if (answer?.value === undefined) throw new Error(`Firefox has no tree: ${exceptionDetails?.text}`);
  return JSON.parse(answer.value);
}
