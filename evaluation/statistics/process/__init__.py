"""Process charts: what is unusual, and what are the usual ups and downs."""

from evaluation.statistics.process.charts import Charted, p_chart, u_chart, xmr, xmr_many

__all__ = ["Charted", "p_chart", "u_chart", "xmr", "xmr_many"]
