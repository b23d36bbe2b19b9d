"""Who has whose text: articles into candidates, passages, lineage, origins and versions.

fingerprint      one article into a sample of its runs of words       (cheap, kept)
make_block       fingerprints into a block of the index over runs     (kept)
merge_blocks     blocks into one; pack_block, unpack_block: to bytes and back
judge_stock_text the archive's fingerprints into its stock text; judge_indexed_stock_text from its index
find_candidates  the archive's fingerprints into pairs worth aligning; find_indexed_candidates from its index,
                 find_arrived_candidates those of new articles
order_pairs      pairs in the order in which they are aligned soonest
align_pair       two articles into the passages they share            (kept for each pair)
judge_lineage    a pair with its passages into relation and direction
settle_lineages  lineages that only the rest of the archive tells the direction of; is_settled
group_origins    all of them into origins; split_into_parts, widen_to_part: of which parts this can be asked alone
compare_versions states of one article into versions
"""

from firsthand.lineage.candidates import (
    find_arrived_candidates,
    find_candidates,
    find_indexed_candidates,
    order_pairs,
)
from firsthand.lineage.direction import judge_lineage
from firsthand.lineage.fingerprint import Fingerprint, fingerprint
from firsthand.lineage.origin_parts import OriginPart, split_into_parts, widen_to_part
from firsthand.lineage.origin_pile import ties_origins
from firsthand.lineage.origins import group_origins
from firsthand.lineage.packed_blocks import pack_block, unpack_block
from firsthand.lineage.passages import align_pair
from firsthand.lineage.run_index import RunBlock, make_block, merge_blocks
from firsthand.lineage.settings import VERSION, LineageSettings
from firsthand.lineage.stock_changes import find_stock_changes
from firsthand.lineage.stock_text import StockText, judge_indexed_stock_text, judge_stock_text
from firsthand.lineage.third_text import is_settled, settle_lineages
from firsthand.lineage.versions import compare_versions

__all__ = [
    "VERSION",
    "Fingerprint",
    "LineageSettings",
    "OriginPart",
    "RunBlock",
    "StockText",
    "align_pair",
    "compare_versions",
    "find_arrived_candidates",
    "find_candidates",
    "find_indexed_candidates",
    "find_stock_changes",
    "fingerprint",
    "group_origins",
    "is_settled",
    "judge_indexed_stock_text",
    "judge_lineage",
    "judge_stock_text",
    "make_block",
    "merge_blocks",
    "order_pairs",
    "pack_block",
    "settle_lineages",
    "split_into_parts",
    "ties_origins",
    "unpack_block",
    "widen_to_part",
]
