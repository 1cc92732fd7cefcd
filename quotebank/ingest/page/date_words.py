"""Words that stand before the date of publication and before that of a change."""

# ruff: noqa: E501 -- a table, one entry a line

CHANGED = (
    "updated update modified last revised edited corrected aktualisiert aktualisierung geändert zuletzt stand modifié "
    "modifiée actualisé mis mise jour maj actualizado actualizada modificado aggiornato aggiornamento modificato "
    "atualizado atualizada обновлено обновлён обновлен изменено редакция оновлено змінено 更新 更新时间 更新時間 最終更新 "
    "修正 改訂 修訂 修订 수정 최종수정 업데이트 güncelleme güncellenme güncellendi تحديث آخر محدث به‌روزرسانی ενημέρωση "
    "ενημερώθηκε zaktualizowano aktualizacja modyfikacja bijgewerkt gewijzigd uppdaterad senast opdateret oppdatert "
    "päivitetty frissítve módosítva aktualizováno upraveno aktualizované actualizat обновена актуализирана diperbarui "
    "cập अपडेट अद्यतन עודכן עדכון ажурирано ažurirano"
)
"""Of a change: a date after one of these is never that of publication."""

PUBLISHED = (
    "published posted publication issued released veröffentlicht erstellt erschienen publié publiée paru ligne "
    "publicado publicada fecha pubblicato pubblicata publicação опубликовано дата публикации опубліковано 发布 发布时间 "
    "發布 發布時間 發表 发表 刊登 出版 出版日期 公開 公開日 配信 掲載 投稿 입력 등록 작성 승인 기사입력 yayınlanma yayın giriş oluşturulma نشر نُشر "
    "تاريخ منتشر انتشار δημοσίευση δημοσιεύτηκε δημοσιεύθηκε opublikowano publikacja dodano gepubliceerd geplaatst "
    "publicerad udgivet publisert julkaistu megjelent publikováno vydáno publicat публикувана diterbitkan tayang đăng "
    "प्रकाशित פורסם objavljeno објављено"
)
"""Of publication."""

READ = (
    "today heute ausdruck gedruckt printed print imprimé aujourd'hui hoy impreso oggi stampa stampato hoje impresso "
    "сегодня напечатано сьогодні dziś wydruk bugün vandaag idag dnes ma 今日 今天 오늘 اليوم امروز चाप σήμερα היום hôm"
)
"""Of the day on which the page is read or printed."""
