/** The story that the tour is told on, and what the practice map is called. */
export const PRACTICE_MAP = {
  template: "cambridgeshire-unitingcare-2015",
  title: "Practice map: UnitingCare, 2015",
};
