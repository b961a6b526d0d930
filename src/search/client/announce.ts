/** Words are announced once typing pauses for this long (ms), or a screen reader would read every letter's count. */
const PAUSE = 500;

/** Makes a speaker for a live region. Each call takes the place of one that has not been heard yet. */
export function announcer(status: HTMLElement): (text: string) => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      status.textContent = text;
    }, PAUSE);
  };
}
