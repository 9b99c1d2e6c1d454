/** The widest line that is written for people, in columns: what a terminal has at least. */
export const WIDTH = 80;
