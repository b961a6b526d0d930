/** The face the site sets its labels in: a variable font whose weight axis runs from 200 to 900. */
export const FONT = 'public/fonts/source-sans-3-latin-wght-normal.woff2';
