/** The maps are drawn in England, whatever the clock of the server or of a laptop says: everybody in a meeting reads the same times. */
export const TIME_ZONE = "Europe/London";
