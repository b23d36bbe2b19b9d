"""Who has whose text: articles into candidates, passages, lineage, origins and versions.

fingerprint      one article into a sample of its runs of words       (cheap, kept)
judge_stock_text the archive's fingerprints into its stock text
find_candidates  the archive's fingerprints into pairs worth aligning
align_pair       two articles into the passages they share            (kept for each pair)
judge_lineage    a pair with its passages into relation and direction
group_origins    all of them into origins
compare_versions states of one article into versions
"""

from firsthand.lineage.candidates import find_candidates
from firsthand.lineage.direction import judge_lineage
from firsthand.lineage.fingerprint import Fingerprint, fingerprint
from firsthand.lineage.origins import group_origins
from firsthand.lineage.passages import align_pair
from firsthand.lineage.settings import VERSION, LineageSettings
from firsthand.lineage.stock_text import StockText, judge_stock_text
from firsthand.lineage.versions import compare_versions

__all__ = [
    "VERSION",
    "Fingerprint",
    "LineageSettings",
    "StockText",
    "align_pair",
    "compare_versions",
    "find_candidates",
    "fingerprint",
    "group_origins",
    "judge_lineage",
    "judge_stock_text",
]
