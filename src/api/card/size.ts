/** The size that every reader of Open Graph tags takes. */
export const WIDTH = 1200;
export const HEIGHT = 630;
