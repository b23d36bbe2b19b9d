"""Nouns for bodies that can say something, and for documents in which something is said. English, singular.

Written for this project from general knowledge of news English.
"""

from __future__ import annotations

__all__ = ["BODY_NOUNS", "COMPANY_ENDINGS", "COMPANY_NOUNS", "DOCUMENT_NOUNS"]

# Kinds of companies: "the company" can be any of them.
COMPANY_NOUNS = frozenset(
    """
    company firm corporation group business maker manufacturer producer operator retailer supplier carrier airline
    bank lender insurer automaker carmaker drugmaker chipmaker planemaker brewer builder developer utility
    conglomerate giant startup start-up publisher studio brokerage broadcaster exchange miner refiner distributor
    wholesaler supermarket restaurant chain hotel shipyard shipper railway owner employer contractor subsidiary
    enterprise partnership
    """.split()
)
# What stands at the end of a company's name; in lower case, without points.
COMPANY_ENDINGS = frozenset("inc corp ltd plc llc llp co ag sa gmbh nv se spa ab oyj kk holdings group".split())
BODY_NOUNS = COMPANY_NOUNS | frozenset(
    """
    ministry department agency commission committee council court parliament senate congress government
    administration authority bureau office police board tribunal party union university college school hospital
    institute foundation charity association federation league club team church movement militia campaign network
    newspaper paper magazine army navy military embassy consulate kremlin alliance organisation organization
    think-tank coastguard service society body inquiry panel secretariat treasury presidency faction bloc coalition
    opposition watchdog regulator
    """.split()
)
DOCUMENT_NOUNS = frozenset(
    """
    statement report letter document paper article story email e-mail message memo note release communique survey
    study poll ad advertisement advert website site page post tweet log record transcript ruling judgment verdict
    indictment complaint lawsuit affidavit filing petition contract law bill resolution treaty agreement
    constitution book column editorial headline sign banner poster placard caption guide handbook manual leaflet
    pamphlet notice warning order decree bulletin dispatch cable draft text video recording diary will testament
    invoice script chapter verse inscription
    """.split()
)
