// What a file of this folder makes: one section of the atlas.
// Depends on nothing.

export interface Section {
  /** Four characters; its reader asks for it by them. */
  readonly tag: string;
  /** Its bytes, from the files in core/data/atlas of the project in `root`. */
  build(root: string): Uint8Array;
}
