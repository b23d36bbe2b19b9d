"""Where work runs: in this process, or in a pool of processes."""

from firsthand.engines.engine import Engine, InProcessEngine, Outcome
from firsthand.engines.pool import PoolEngine
from firsthand.engines.progress import Progress, SilentProgress

__all__ = ["Engine", "InProcessEngine", "Outcome", "PoolEngine", "Progress", "SilentProgress"]
