/**
 * Stands in for d3-color in the page. React Flow brings d3's animations along for the zoom, which are of numbers; reading and mixing
 * colours, a third of their weight, is never asked for. What d3 does without colours is what this makes it do: a text is no colour. A plain function, since d3 also asks what is an instance of a colour.
 */
function none(): null {
  return null;
}

export { none as color, none as cubehelix, none as hcl, none as hsl, none as lab, none as rgb };
