/**
 * Puts the text of a field on the clipboard. False where the browser does not let a page do so: the text is then selected, so that
 * a key or a long press copies it.
 */
export async function copyFrom(field: HTMLInputElement): Promise<boolean> {
  field.focus();
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Over plain HTTP a page has no clipboard, only this older way.
    field.select();
    return document.execCommand('copy');
  }
}
