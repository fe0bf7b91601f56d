"""The table by which roles are told, put together; its parts are in the modules imported here."""

from accordingto.page.plain import rules_pictures, rules_site, rules_text
from accordingto.page.plain.rule import Rule

RULES: tuple[Rule, ...] = (*rules_text.RULES, *rules_pictures.RULES, *rules_site.RULES)
