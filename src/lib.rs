//! muster: bulk CSV/Excel onboarding importer for Feishu (Lark).
