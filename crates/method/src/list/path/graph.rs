//! The most probable way through a compact graph, in few steps, and up to three that share nobody (M7, E5).
//!
//! Serves the way in. Nodes are numbers, and a cost is how improbable a step is, in millionths of a nat (`−ln p`): whole
//! numbers, so that sums are exact and the same on every machine. It refuses to know who stands behind a number.

/// What no sum of real steps reaches.
const NEVER: u32 = u32::MAX;

/// The cost of a step of that probability; [`None`] where there is none.
pub fn cost(probability: f64) -> Option<u32> {
    // Less than one in a hundred million is no way.
    (probability > 1e-8).then(|| libm::round(-libm::log(probability.min(1.0)) * 1e6) as u32)
}

/// Who can pass something on to whom, with the cost of each step. It is kept from its ends: for each node the ones that
/// lead to it lie side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Graph {
    /// Where the arcs of a node begin; one more than there are nodes.
    starts: Vec<u32>,
    /// From where each arc comes, and its cost.
    arcs: Vec<(u32, u32)>,
}

/// One arc: from, to, cost.
pub type Arc = (u32, u32, u32);

impl Graph {
    /// A graph of so many nodes. Arcs to or from others are left out; of several between two nodes the cheapest counts.
    pub fn of(nodes: usize, arcs: &[Arc]) -> Self {
        let stands = |node: u32| (node as usize) < nodes;
        let arcs = || arcs.iter().filter(|(from, to, _)| stands(*from) && stands(*to));
        let mut starts = vec![0_u32; nodes + 1];
        for (_, to, _) in arcs() {
            starts[*to as usize + 1] += 1;
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut placed = vec![(0, 0); starts[nodes] as usize];
        for (from, to, cost) in arcs() {
            let place = &mut next[*to as usize];
            placed[*place as usize] = (*from, *cost);
            *place += 1;
        }
        Graph { starts, arcs: placed }
    }

    /// How many nodes there are.
    pub fn nodes(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The nodes that lead to this one, each with its cost.
    pub(super) fn leading_to(&self, node: u32) -> &[(u32, u32)] {
        let node = node as usize;
        match (self.starts.get(node), self.starts.get(node + 1)) {
            (Some(from), Some(until)) => &self.arcs[*from as usize..*until as usize],
            _ => &[],
        }
    }
}

/// What is looked for: where a way may begin, where it may end, and how long it may be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// What the first step to each node costs; none where nobody may begin.
    pub begins: Vec<Option<u32>>,
    /// Where a way may end, and what that costs besides.
    pub ends: Vec<(u32, u32)>,
    /// How many nodes a way may have.
    pub longest: usize,
    /// Nodes that may stand on several ways: the one that is sought.
    pub shared: Vec<u32>,
    /// Nodes that may stand on no way, marked by true; where it is too short, nothing is marked.
    pub closed: Vec<bool>,
    /// Nodes to which no way comes from another: those that were asked or met already. Marked as `closed` is.
    pub only_first: Vec<bool>,
    /// A few steps that the graph does not have, in the order of where they lead.
    pub also: Vec<Arc>,
}

impl Search {
    /// Whether ways may come to that node from another.
    fn may_come_to(&self, node: u32) -> bool {
        !self.only_first.get(node as usize).copied().unwrap_or(false)
    }

    /// The steps to that node that the graph does not have.
    fn also_into(&self, node: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let from = self.also.partition_point(|(_, to, _)| *to < node);
        self.also[from..].iter().take_while(move |(_, to, _)| *to == node).map(|(from, _, cost)| (*from, *cost))
    }
}

/// A way: its nodes from the first to the last, and what it costs in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The nodes.
    pub nodes: Vec<u32>,
    /// The sum of its steps.
    pub cost: u32,
}

/// Up to so many ways, the cheapest first: the cheapest of all, then the cheapest that shares no node with it, and so on.
/// Of two that cost the same the one with fewer nodes comes first.
pub fn ways(graph: &Graph, search: &Search, most: usize) -> Vec<Found> {
    let mut search = search.clone();
    let mut closed = std::mem::take(&mut search.closed);
    closed.resize(graph.nodes(), false);
    let mut found: Vec<Found> = Vec::new();
    while found.len() < most {
        let Some(way) = best(graph, &search, &closed) else { break };
        if let [only] = way.nodes.as_slice() {
            search.begins[*only as usize] = None;
        }
        for node in way.nodes.iter().filter(|node| !search.shared.contains(node)) {
            closed[*node as usize] = true;
        }
        found.push(way);
    }
    found
}

/// The cheapest way that goes through no closed node.
///
/// It goes back from the ends, one step more with each round, and remembers of every node the cheapest way on from it.
/// A node whose way on costs more than the best whole way so far is not followed any further.
pub fn best(graph: &Graph, search: &Search, closed: &[bool]) -> Option<Found> {
    let mut rounds = Rounds::of(graph, search, closed);
    for round in 0..search.longest {
        if round > 0 && !rounds.step(graph, search, closed) {
            break;
        }
        rounds.look(search);
    }
    rounds.best.map(|best| Found { nodes: rounds.nodes(best), cost: best.cost })
}

/// The best whole way so far: where it begins, and in which round that was found.
#[derive(Debug, Clone, Copy)]
struct Best {
    cost: u32,
    node: u32,
    round: usize,
}

/// What is known after some rounds.
struct Rounds {
    /// What the cheapest way on from each node costs.
    costs: Vec<u32>,
    /// Nodes whose way on became cheaper in the last round, with what it cost then.
    moved: Vec<(u32, u32)>,
    /// For each round and node where its way goes on; `NEVER` where the round brought nothing.
    on: Vec<Vec<u32>>,
    /// What the cheapest first step costs.
    cheapest_begin: u32,
    best: Option<Best>,
}

impl Rounds {
    fn of(graph: &Graph, search: &Search, closed: &[bool]) -> Self {
        let mut costs = vec![NEVER; graph.nodes()];
        let mut moved = Vec::new();
        for (node, cost) in &search.ends {
            let place = *node as usize;
            if place < costs.len() && !closed[place] && *cost < costs[place] {
                costs[place] = *cost;
                moved.push(*node);
            }
        }
        let moved = moved.into_iter().map(|node| (node, costs[node as usize])).collect();
        let cheapest_begin = search.begins.iter().flatten().copied().min().unwrap_or(NEVER);
        Rounds { costs, moved, on: Vec::new(), cheapest_begin, best: None }
    }

    /// One step further back. False when nothing became cheaper.
    fn step(&mut self, graph: &Graph, search: &Search, closed: &[bool]) -> bool {
        let most = self.best.map_or(NEVER, |best| best.cost);
        let mut on = vec![NEVER; graph.nodes()];
        let mut moved: Vec<u32> = Vec::new();
        for (node, so_far) in &self.moved {
            if so_far.saturating_add(self.cheapest_begin) >= most || !search.may_come_to(*node) {
                continue;
            }
            for (from, cost) in graph.leading_to(*node).iter().copied().chain(search.also_into(*node)) {
                let whole = so_far.saturating_add(cost);
                let place = from as usize;
                if whole < self.costs[place] && !closed[place] {
                    self.costs[place] = whole;
                    if on[place] == NEVER {
                        moved.push(from);
                    }
                    on[place] = *node;
                }
            }
        }
        self.on.push(on);
        self.moved = moved.into_iter().map(|node| (node, self.costs[node as usize])).collect();
        !self.moved.is_empty()
    }

    /// Whether one of the nodes that moved makes a better whole way.
    fn look(&mut self, search: &Search) {
        for (node, cost) in &self.moved {
            let Some(begin) = search.begins.get(*node as usize).copied().flatten() else { continue };
            let whole = begin.saturating_add(*cost);
            if whole < self.best.map_or(NEVER, |best| best.cost) {
                self.best = Some(Best { cost: whole, node: *node, round: self.on.len() });
            }
        }
    }

    fn nodes(&self, best: Best) -> Vec<u32> {
        let mut nodes = vec![best.node];
        let mut node = best.node;
        for on in self.on[..best.round].iter().rev() {
            node = on[node as usize];
            nodes.push(node);
        }
        nodes
    }
}

#[cfg(test)]
mod tests;
