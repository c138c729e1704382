import "@xyflow/react/dist/style.css";
import {
  applyEdgeChanges,
  applyNodeChanges,
  Background,
  Controls,
  type Edge,
  type Node,
  type OnEdgesChange,
  type OnNodesChange,
  ReactFlow,
} from "@xyflow/react";
import { useCallback, useState } from "react";
import { createRoot } from "react-dom/client";

// What React Flow shows as its stress test: plain nodes of the default kind in rows, default edges between them, its default settings.
const parameters = new URLSearchParams(location.search);
const nodeCount = Number(parameters.get("nodes"));
const edgeCount = Number(parameters.get("edges"));
const ROW_LENGTH = Math.ceil(Math.sqrt(nodeCount / 3));

const firstNodes: Node[] = Array.from({ length: nodeCount }, (_, index) => ({
  id: `n${index}`,
  position: { x: (index % ROW_LENGTH) * 190, y: Math.floor(index / ROW_LENGTH) * 90 },
  data: { label: `Node ${index}` },
}));

const firstEdges: Edge[] = Array.from({ length: edgeCount }, (_, index) => {
  const from = index % nodeCount;
  const to = (from + 1 + (index >= nodeCount ? ROW_LENGTH : 0)) % nodeCount;
  return { id: `e${index}`, source: `n${from}`, target: `n${to}` };
});

function Stress() {
  const [nodes, setNodes] = useState(firstNodes);
  const [edges, setEdges] = useState(firstEdges);
  const onNodesChange: OnNodesChange = useCallback(
    (changes) => setNodes((before) => applyNodeChanges(changes, before)),
    [],
  );
  const onEdgesChange: OnEdgesChange = useCallback(
    (changes) => setEdges((before) => applyEdgeChanges(changes, before)),
    [],
  );
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      onNodesChange={onNodesChange}
      onEdgesChange={onEdgesChange}
      fitView
      minZoom={0.04}
    >
      <Background />
      <Controls />
    </ReactFlow>
  );
}

const root = document.querySelector("#root");
if (root !== null) createRoot(root).render(<Stress />);
